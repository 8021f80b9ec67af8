-- That a text message was sent is noted as calls are.

-- AlterEnum
ALTER TYPE "CallResult" ADD VALUE 'TEXTED';

-- AlterTable
ALTER TABLE "Call" ADD COLUMN "waveId" UUID;
